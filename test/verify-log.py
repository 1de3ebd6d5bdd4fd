#!/usr/bin/env python3
"""Verifies an exported log with nothing of this program: Python 3 and its standard library.

In:   folders as `foedus export log` writes them; with --key, the line of the key that is expected.
Out:  one line a folder: what was verified, or the first fault, with its file or entry. Exit 0 or 1;
      2 where it was not used as it is meant.
Law:  docs/reference/log.md; C2SP signed-note, tlog-checkpoint, tlog-tiles; RFC 6962 (tree),
      RFC 8032 (Ed25519), RFC 8785 (canonical JSON).

It was written from those texts by somebody who had not seen `src/`, and shares no code with it.
First the folder (names, key, checkpoint, entries, root, tiles), which is a matter of hashes; then
the acts in order. The whole log is held in memory: an organization's acts are some hundred
thousand, not millions. It is one file, so that it can be copied and run alone.
"""

import argparse
import base64
import binascii
import functools
import hashlib
import json
import os
import random
import re
import sys
from datetime import datetime

TILE = 256  # Hashes of a full tile, entries of a full bundle (tlog-tiles, height 8).
ENTRY_LIMIT = 65_535  # Its length stands in two bytes.
NOTE_LIMIT = 65_536  # Of a note, in bytes; no note of ours comes near.
SAFE_INTEGER = 2**53 - 1  # What every reader of JSON can hold.
DEPTH_LIMIT = 64  # Arrays and objects within each other, the entry itself being the first.


class Fault(Exception):
    """The first thing that is wrong, in one line, with the file or entry in front."""


# --- Ed25519 (RFC 8032): points as (X, Y, Z, T), where x = X/Z, y = Y/Z, xy = T/Z -----------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def add(a, b):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = a, b
    m, n = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * D * t1 * t2 % P, 2 * z1 * z2 % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def decode_point(data):
    """The point of 32 bytes, or None where none has this one spelling (RFC 8032, 5.1.3)."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P == -u % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if v * x * x % P != u or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def encode_point(point):
    x, y, z, _ = point
    inverse = pow(z, -1, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little")


class Multiples:
    """The multiples of one point that its product with a scalar is a sum of: a row for each digit.

    One key signs nearly everything, so making them once turns some 380 steps a product into 64, or
    into 32. Few products do with few multiples.
    """

    SMALL, LARGE, MANY = 4, 8, 100  # Bits of a digit; the use from which the large one pays.

    def __init__(self, point):
        self.point, self.uses = point, 0

    def make(self, width):
        self.width, self.mask, self.windows = width, (1 << width) - 1, []
        base = self.point
        for _ in range(256 // width):
            row = [base]
            for _ in range(self.mask - 1):
                row.append(add(row[-1], base))
            base = add(row[-1], base)
            self.windows.append(self.prepared(row))

    @staticmethod
    def prepared(points):
        """Each as (y - x, y + x, 2dxy) with Z = 1; all inverses for the price of one."""
        products, product = [], 1
        for _, _, z, _ in points:
            products.append(product)
            product = product * z % P
        inverse, out = pow(product, -1, P), []
        for (x, y, z, _), before in zip(reversed(points), reversed(products)):
            x, y = x * inverse * before % P, y * inverse * before % P
            inverse = inverse * z % P
            out.append((y - x, y + x, 2 * D * x * y % P))
        return out[::-1]

    def add_product(self, start, scalar):
        """start + scalar * point."""
        self.uses += 1
        if self.uses in (1, self.MANY):
            self.make(self.SMALL if self.uses == 1 else self.LARGE)
        x, y, z, t = start
        for row in self.windows:
            digit = scalar & self.mask
            scalar >>= self.width
            if digit:
                less, more, tt = row[digit - 1]
                m, n, c, d = (y - x) * less % P, (y + x) * more % P, t * tt % P, z + z
                e, f, g, h = n - m, d - c, d + c, n + m
                x, y, z, t = e * f % P, g * h % P, f * g % P, e * h % P
        return x, y, z, t


BASE = Multiples(decode_point((4 * pow(5, -1, P) % P).to_bytes(32, "little")))


class Key:
    """A public key that verifies. ValueError for 32 bytes that are no point."""

    def __init__(self, public):
        point = decode_point(public)
        if point is None:
            raise ValueError("the 32 bytes of the key are no point of the curve")
        x, y, z, t = point
        self.public, self.negative = public, Multiples((P - x, y, z, P - t))

    def verifies(self, message, signature):
        """Whether s * base - h * key is the signature's first half, byte for byte (5.1.7)."""
        commitment, s = signature[:32], int.from_bytes(signature[32:], "little")
        if len(signature) != 64 or s >= ORDER:
            return False
        digest = hashlib.sha512(commitment + self.public + message).digest()
        h = int.from_bytes(digest, "little") % ORDER
        expected = self.negative.add_product(BASE.add_product(NEUTRAL, s), h)
        return encode_point(expected) == commitment


@functools.lru_cache(maxsize=64)
def key_of(public):
    """The key, with the multiples that were made for it before."""
    return Key(public)


# --- Strict readers -------------------------------------------------------------------------------


def from_base64(text):
    """Bytes of standard base64 in its one spelling, or None."""
    try:
        data = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return None
    return data if base64.b64encode(data).decode() == text else None


def members_in_order(pairs):
    """An object whose keys stand in the order of their UTF-16 units, each once (3.2.3)."""
    keys = [key.encode("utf-16-be", "surrogatepass") for key, _ in pairs]
    if any(second <= first for first, second in zip(keys, keys[1:])):
        raise ValueError("keys of an object out of order, or twice")
    return dict(pairs)


def whole(text):
    number = int(text)
    if abs(number) > SAFE_INTEGER:
        raise ValueError("a number beyond 2^53-1")
    return number


def refuse_number(text):
    raise ValueError(f"a number that is not whole: {text[:20]}")


def depth_of(data):
    """How deep arrays and objects of a JSON text stand within each other; strings do not count."""
    depth = deepest = 0
    for mark in re.sub(rb'"[^"\\]*(?:\\.[^"\\]*)*"', b"", data, flags=re.DOTALL):
        if mark in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in b"]}":
            depth -= 1
    return deepest


def canonical(value):
    """RFC 8785 of what `from_canonical` gave: its keys are in order, its numbers whole."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def from_canonical(data):
    """The value of canonical JSON; ValueError for every other text."""
    if data.count(b"[") + data.count(b"{") > DEPTH_LIMIT and depth_of(data) > DEPTH_LIMIT:
        raise ValueError(f"nested deeper than {DEPTH_LIMIT}")
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=members_in_order,
            parse_int=whole,
            parse_float=refuse_number,
            parse_constant=refuse_number,
        )
        same = canonical(value) == data
    except UnicodeError:
        raise ValueError("not UTF-8, or half a character in an escape") from None
    except json.JSONDecodeError as wrong:
        raise ValueError(f"not JSON, at character {wrong.pos}") from None
    if not same:
        raise ValueError("not in canonical form")
    return value


# --- The folder -----------------------------------------------------------------------------------


class Folder:
    """The files of an export. Each is read once, never beyond its limit, and ticked off."""

    def __init__(self, path):
        self.path = path
        self.left = set(self.walk(""))

    def walk(self, below):
        for item in sorted(os.scandir(os.path.join(self.path, below)), key=lambda item: item.name):
            name = below + item.name
            if not re.fullmatch(r"[!-~]+", name):
                raise Fault(f"{name!a}: does not belong to the log")
            if item.is_dir(follow_symlinks=False):
                yield from self.walk(name + "/")
            elif item.is_file(follow_symlinks=False):
                yield name
            else:
                raise Fault(f"{name}: neither a file nor a folder")

    def read(self, name, limit):
        if name not in self.left:
            raise Fault(f"{name}: is missing")
        self.left.remove(name)
        with open(os.path.join(self.path, name), "rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise Fault(f"{name}: more than {limit} bytes")
        return data


def path_of(level, index, width):
    """tile/<level>/x001/234[.p/<width>]: groups of three digits, all but the last behind an x."""
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03}")
    return f"tile/{level}/" + "/".join(groups) + ("" if width == TILE else f".p/{width}")


def tiles_of(count):
    """(index, width) of the tiles that hold so many hashes or entries."""
    for index in range(count // TILE):
        yield index, TILE
    if count % TILE:
        yield count // TILE, count % TILE


def read_vkey(line):
    """(name, id, key) of `name+id+base64(01, public key)`."""
    parts = line.split("+", 2)
    if len(parts) != 3:
        raise ValueError("not of the form name+id+key")
    name, id_, material = parts[0], parts[1], from_base64(parts[2])
    if not name or any(char.isspace() or ord(char) < 32 for char in name):
        raise ValueError("the name is empty or has a space in it")
    if material is None or len(material) != 33 or material[0] != 1:
        raise ValueError("not an Ed25519 key in base64")
    if hashlib.sha256(name.encode() + b"\n" + material).hexdigest()[:8] != id_:
        raise ValueError("the id is not that of name and key")
    return name, bytes.fromhex(id_), key_of(material[1:])


def open_note(data, name, id_, key):
    """The text of a signed note, once the key's signature on it verifies."""
    try:
        note = data.decode("utf-8")
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    if re.search("[\x00-\x09\x0b-\x1f]", note):
        raise ValueError("a control character")
    text, blank, lines = note.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise ValueError("no signatures behind an empty line")
    text += "\n"
    verified = False
    for line in lines[:-1].split("\n"):
        match = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
        signature = from_base64(match[2]) if match else None
        if signature is None or len(signature) < 5:
            raise ValueError("a line that is no signature")
        if (match[1], signature[:4]) == (name, id_):
            if not key.verifies(text.encode(), signature[4:]):
                raise ValueError("the signature does not verify")
            verified = True
    if not verified:
        raise ValueError("no signature by the key of log.vkey")
    return text


def read_checkpoint(text, origin):
    """(size, root) of the three lines."""
    lines = text[:-1].split("\n")
    if len(lines) != 3:
        raise ValueError("not three lines")
    if lines[0] != origin:
        raise ValueError("the origin is not the name of the key")
    if not re.fullmatch("0|[1-9][0-9]{0,15}", lines[1]) or int(lines[1]) > SAFE_INTEGER:
        raise ValueError("the size is no whole number, or too large")
    root = from_base64(lines[2])
    if root is None or len(root) != 32:
        raise ValueError("the root is not 32 bytes in base64")
    return int(lines[1]), root


def split_bundle(data, width):
    entries, at = [], 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 2], "big")
        entry = data[at + 2 : at + 2 + length]
        if at + 2 > len(data) or len(entry) != length:
            raise ValueError(f"ends within entry {len(entries)} of the bundle")
        entries.append(entry)
        at += 2 + length
    if len(entries) != width:
        raise ValueError(f"holds {len(entries)} entries and not {width}")
    return entries


def hashes_of(entries):
    """All hashes of full subtrees, a list for each height: [leaves, pairs, fours, …]."""
    row = [hashlib.sha256(b"\0" + entry).digest() for entry in entries]
    rows = [row]
    while len(row) > 1:
        pairs = zip(row[0::2], row[1::2])
        row = [hashlib.sha256(b"\1" + left + right).digest() for left, right in pairs]
        rows.append(row)
    return rows


def root_of(rows):
    """The peaks, which are the last hashes of the rows of odd length, from right to left."""
    root = None
    for row in rows:
        if len(row) % 2:
            root = row[-1] if root is None else hashlib.sha256(b"\1" + row[-1] + root).digest()
    return hashlib.sha256(b"").digest() if root is None else root


def check_tiles(folder, rows):
    for height in range(0, len(rows), 8):
        for index, width in tiles_of(len(rows[height])):
            name = path_of(height // 8, index, width)
            hashes = rows[height][index * TILE : index * TILE + width]
            if folder.read(name, 32 * TILE) != b"".join(hashes):
                raise Fault(f"{name}: not the hashes that the entries give")


EARLIER = re.compile(
    r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*)([0-9]{3})\.p/([1-9][0-9]{0,2})"
)


def check_earlier(folder, rows, bundles):
    """What is left may only be narrower states of tiles, of checkpoints before this one."""
    for name in sorted(folder.left):
        match = EARLIER.fullmatch(name)
        if match is None:
            raise Fault(f"{name}: does not belong to the log")
        index, width = int(match[2].replace("x", "").replace("/", "") + match[3]), int(match[4])
        if match[1] == "entries":
            whole_tile = [len(e).to_bytes(2, "big") + e for e in bundles.get(index, [])]
        else:
            height = 8 * int(match[1])
            row = rows[height] if height < len(rows) else []
            whole_tile = row[index * TILE : (index + 1) * TILE]
        if width >= len(whole_tile) or path_of(match[1], index, width) != name:
            raise Fault(f"{name}: does not belong to a log of this size")
        expected = b"".join(whole_tile[:width])
        if folder.read(name, len(expected)) != expected:
            raise Fault(f"{name}: not a beginning of what stands there now")


# --- The acts -------------------------------------------------------------------------------------

ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
KIND = re.compile(r"[a-z][a-z-]*\.[a-z][a-z-]*")
ADDRESS = re.compile(r"[a-z][a-z-]*/[A-Za-z0-9][A-Za-z0-9.-]*")
SEAL = re.compile(r"sha256:[0-9a-f]{64}")
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")

REGISTRAR = "office/registrar"  # Holds the registrar's keys, and is the person in `by` of its acts.
REASONS = ("lost", "compromised", "ended")
ALWAYS = {"id", "kind", "mode", "org", "recordedAt"}
SOMETIMES = {"about", "actors", "addressees", "after", "ground"} | {
    "handling", "release", "title", "under"
}
OF_MODE = {  # (what must stand, what may)
    "asserted": ({"claims", "preferred"}, set()),
    "performed": ({"by", "occurredOn"}, {"effectiveOn", "fields", "supersedes"}),
}
KEY_FIELDS = {
    "key.registered": {"alg", "holder", "key", "public", "role"},
    "key.rotated": {"alg", "key", "next", "public", "reason"},
    "key.revoked": {"key", "reason"},
}


class Signer:
    """A key of the log: what it may sign, for whom, and whether it still may."""

    def __init__(self, public, role, holder):
        self.key, self.role, self.holder, self.valid = key_of(public), role, holder, True

    def may_sign(self, act):
        asserted = act["mode"] == "asserted"
        return self.role == "registrar" if asserted else self.holder == act["by"]["person"]


class Acts:
    """Judges entry after entry: form, order, and signatures by the keys that are valid there."""

    def __init__(self, origin):
        self.prefix = b"foedus/act/v1\n" + origin.encode() + b"\n"
        self.ids, self.publics = set(), set()
        self.signers = {}  # By the id of the key; those that were revoked too.
        self.last, self.org = "", None
        self.checked = 0

    def judge(self, entry, thoroughly):
        """One entry; ValueError for what is wrong. Signatures are computed only if `thoroughly`."""
        value = from_canonical(entry)
        if not isinstance(value, dict) or sorted(value) != ["act", "sig", "v"]:
            raise ValueError('not {"act", "sig", "v"}')
        act, signatures, version = value["act"], value["sig"], value["v"]
        if version is True or version != 1:
            raise ValueError("not of version 1")
        self.judge_act(act)
        given = read_signatures(signatures)
        new_id, new = self.introduced(act)
        signers = {id_: new if id_ == new_id else self.valid(id_) for id_ in given}
        self.judge_right(act, signers, new_id)
        if thoroughly or act["kind"].startswith("key."):
            message = self.prefix + canonical(act)
            for id_, signer in signers.items():
                if not signer.key.verifies(message, given[id_]):
                    raise ValueError(f"the signature of {id_} does not verify")
                self.checked += 1
        if new is not None:
            self.signers[new_id] = new
            self.publics.add(new.key.public)
        if act["kind"] in ("key.rotated", "key.revoked"):
            self.signers[act["fields"]["key"]].valid = False

    def judge_act(self, act):
        """The envelope. What claims and fields say is the record's matter and not judged here."""
        if not isinstance(act, dict):
            raise ValueError("act is no object")
        for name in sorted(ALWAYS):
            if not isinstance(act.get(name), str):
                raise ValueError(f"act has no {name}")
        if act["mode"] not in OF_MODE:
            raise ValueError("a mode that is neither asserted nor performed")
        must, may = OF_MODE[act["mode"]]
        for name in sorted(must - set(act)):
            raise ValueError(f"an act that is {act['mode']} has no {name}")
        for name in sorted(set(act) - ALWAYS - SOMETIMES - must - may):
            raise ValueError(f"{name!a} has no place in an act that is {act['mode']}")
        for name, form in (("id", ID), ("org", ID), ("kind", KIND)):
            if not form.fullmatch(act[name]):
                raise ValueError(f"{name} has another form")
        if act["id"] in self.ids:
            raise ValueError(f"the id {act['id']} stands in an earlier entry")
        self.ids.add(act["id"])
        if self.org not in (None, act["org"]):
            raise ValueError("of another organization than the entries before")
        self.org = act["org"]
        if not is_instant(act["recordedAt"]):
            raise ValueError("recordedAt is no instant")
        if act["recordedAt"] < self.last:
            raise ValueError("recordedAt is earlier than that of the entry before")
        self.last = act["recordedAt"]
        release = act.get("release", 1)
        if not isinstance(release, int) or isinstance(release, bool) or release < 1:
            raise ValueError("release is no number of a release")
        if act["mode"] == "performed":
            by = act.get("by")
            if not isinstance(by, dict) or sorted(by) != ["capacity", "person"]:
                raise ValueError('by is not {"capacity", "person"}')
            if not isinstance(by["capacity"], str) or not is_address(by["person"]):
                raise ValueError("by names no person and capacity")
        if "handling" in act:
            if "title" in act and not (isinstance(act["title"], dict) and "sealed" in act["title"]):
                raise ValueError("the title stands open in an act with handling")
            judge_seals(act)

    def valid(self, id_):
        signer = self.signers.get(id_)
        if signer is None or not signer.valid:
            raise ValueError(f"signed by {id_}, which is no key valid here")
        return signer

    def introduced(self, act):
        """(id, signer) of the key that the act brings in; (None, None) for every other act."""
        if act["kind"] not in KEY_FIELDS:
            return None, None
        fields, rotated = act.get("fields"), act["kind"] == "key.rotated"
        if not isinstance(fields, dict) or set(fields) != KEY_FIELDS[act["kind"]]:
            raise ValueError(f"{act['kind']} without its fields, or with others")
        if not all(isinstance(value, str) for value in fields.values()):
            raise ValueError(f"a field of {act['kind']} that is no text")
        if fields.get("reason", "lost") not in REASONS:
            raise ValueError(f"a reason that is not {', '.join(REASONS)}")
        if act["kind"] == "key.revoked":
            return None, None
        id_, public = fields["next" if rotated else "key"], from_base64(fields["public"])
        if fields["alg"] != "ed25519" or public is None or len(public) != 32:
            raise ValueError("the new key is not Ed25519 of 32 bytes in base64")
        if not ID.fullmatch(id_) or id_ in self.signers:
            raise ValueError("the id of the new key was there before, or has another form")
        if public in self.publics:
            raise ValueError("the new key was there before")
        if rotated:
            old = self.valid(fields["key"])
            role, holder = old.role, old.holder
        else:
            role, holder = fields["role"], fields["holder"]
        if role not in ("registrar", "accredited") or not is_address(holder):
            raise ValueError("the new key has no role or no holder")
        if (role == "registrar") != (holder == REGISTRAR):
            raise ValueError(f"the registrar's keys, and they alone, are held by {REGISTRAR}")
        return id_, Signer(public, role, holder)

    def judge_right(self, act, signers, new_id):
        """Whether those who signed are those who must."""
        others = {id_: signer for id_, signer in signers.items() if id_ != new_id}
        registrar = any(signer.role == "registrar" for signer in others.values())
        if new_id is not None and new_id not in signers:
            raise ValueError("the new key did not sign")
        if act["kind"] == "key.registered":
            if not self.signers:
                if others or signers[new_id].role != "registrar":
                    raise ValueError("the first key is no registrar's, or not alone in signing")
            elif not registrar:
                raise ValueError("no registrar signed for the new key")
        elif not self.signers:
            raise ValueError("the first entry registers no key")
        elif act["kind"] in ("key.rotated", "key.revoked"):
            id_ = act["fields"]["key"]
            if not registrar and id_ not in others:
                raise ValueError(f"neither {id_} nor a registrar signed")
        elif not any(signer.may_sign(act) for signer in others.values()):
            raise ValueError("no signature by a key that may sign this act")
        if act["kind"] == "key.revoked":
            old = self.valid(act["fields"]["key"])
            left = [s for s in self.signers.values() if s.valid and s.role == "registrar"]
            if left == [old]:
                raise ValueError("the last key of the registrar is revoked")


def is_address(value):
    return isinstance(value, str) and ADDRESS.fullmatch(value) is not None


def is_instant(text):
    try:
        return INSTANT.fullmatch(text) is not None and bool(datetime.fromisoformat(text[:-1]))
    except ValueError:
        return False


def judge_seals(value):
    """Wherever something is sealed, nothing but the hash stands there."""
    if isinstance(value, dict):
        if "sealed" in value and not (len(value) == 1 and SEAL.fullmatch(str(value["sealed"]))):
            raise ValueError("a seal that is no hash")
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            judge_seals(one)


def read_signatures(signatures):
    """The signatures by the id of the key."""
    if not isinstance(signatures, list) or not signatures:
        raise ValueError("no signature")
    given = {}
    for one in signatures:
        if not isinstance(one, dict) or sorted(one) != ["alg", "key", "value"]:
            raise ValueError('a signature that is not {"alg", "key", "value"}')
        if one["alg"] != "ed25519":
            raise ValueError("a signature that is not ed25519")
        value = from_base64(one["value"]) if isinstance(one["value"], str) else None
        if value is None or len(value) != 64:
            raise ValueError("a signature that is not 64 bytes in base64")
        if not isinstance(one["key"], str) or not ID.fullmatch(one["key"]):
            raise ValueError("the id of a key has another form")
        if one["key"] in given:
            raise ValueError("two signatures by one key")
        given[one["key"]] = value
    return given


# --- The whole ------------------------------------------------------------------------------------


def verify(path, expected_key, sample):
    """What was verified, in a line; Fault for the first thing that is wrong."""
    folder = Folder(path)
    line = told("log.vkey", one_line, folder.read("log.vkey", 1024))
    if expected_key not in (None, line):
        raise Fault(f"log.vkey: another key than the one given: {line}")
    origin, id_, key = told("log.vkey", read_vkey, line)
    text = told("checkpoint", open_note, folder.read("checkpoint", NOTE_LIMIT), origin, id_, key)
    size, root = told("checkpoint", read_checkpoint, text, origin)
    bundles = {}
    for index, width in tiles_of(size):
        name = path_of("entries", index, width)
        data = folder.read(name, TILE * (2 + ENTRY_LIMIT))
        bundles[index] = told(name, split_bundle, data, width)
    entries = [entry for index in range(len(bundles)) for entry in bundles[index]]
    rows = hashes_of(entries)
    if root_of(rows) != root:
        check_tiles(folder, rows)  # A tile that differs tells nearer where it is.
        raise Fault(f"checkpoint: the root is not that of the entries, {root_of(rows).hex()}")
    check_tiles(folder, rows)
    check_earlier(folder, rows, bundles)
    acts = Acts(origin)
    places = range(size)
    if sample is not None and sample < size:
        places = set(random.SystemRandom().sample(places, sample))  # Nobody can tell beforehand.
    for place, entry in enumerate(entries):
        told(f"entry {place}", acts.judge, entry, place in places)
    return f"{size} entries, root {root.hex()}, {acts.checked} signatures checked, key {line}"


def one_line(data):
    text = data.decode("utf-8", "replace")
    line = text[:-1] if text.endswith("\n") else text
    if not re.fullmatch(r"[^\x00-\x1f\ufffd]+", line):
        raise ValueError("not one line of text")
    return line


def told(where, read, *args):
    """What `read` gives; what it finds wrong becomes a fault there."""
    try:
        return read(*args)
    except ValueError as wrong:
        raise Fault(f"{where}: {wrong}") from None


def main():
    parser = argparse.ArgumentParser(description="Verify logs that were exported into folders.")
    parser.add_argument("dir", nargs="+", metavar="DIR")
    parser.add_argument("--key", metavar="LINE", help="the line of the key, as it came another way")
    parser.add_argument(
        "--sample",
        metavar="N",
        type=int,
        help="check signatures on keys, and those of N entries taken by chance; without it, all",
    )
    options = parser.parse_args()
    for path in options.dir:
        if not os.path.isdir(path):
            parser.error(f"{path} is no folder")
    if options.sample is not None and options.sample < 0:
        parser.error("--sample must not be negative")
    sound = True
    for path in options.dir:
        before = f"{path}: " if len(options.dir) > 1 else ""
        try:
            print(f"{before}verified: {verify(path, options.key, options.sample)}")
        except (Fault, OSError) as fault:
            sound = False
            print(f"{before}{fault}")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
