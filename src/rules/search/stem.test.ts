import { describe, expect, test } from "vitest";
import { stemOf, wordsIn } from "./stem.ts";

describe("the forms of a word meet in one stem", () => {
  test.each([
    ["exercise", "exercises exercise's exercises' Exercise"],
    ["Kazakhstan", "Kazakhstan's KAZAKHSTAN"],
    ["organization", "organizations organisation organisations"],
    ["defence", "defense"],
    ["учения", "учений учениям учениями учениях учение"],
    ["Казахстан", "Казахстана Казахстану Казахстаном Казахстане"],
    ["Узбекистан", "Узбекистана Узбекистану Узбекистаном Узбекистане"],
    ["Азербайджан", "Азербайджана Азербайджану Азербайджаном Азербайджане"],
    ["Беларусь", "Беларуси Беларусью"],
    ["Армения", "Армении Армению Арменией"],
    ["Пашинян", "Пашиняна Пашиняну Пашиняном Пашиняне"],
    ["Токаев", "Токаева Токаеву Токаевым Токаеве"],
    ["устав", "устава уставу уставом уставе уставы уставов"],
    ["Ереван", "Еревана Еревану Ереваном Ереване"],
    ["ОДКБ", "одкб"],
    ["развёртывание", "развертывания развёртыванием"],
  ])("%s: %s", (name, forms) => {
    const [stem] = wordsIn(name).map(stemOf);
    for (const word of wordsIn(forms)) expect([word, stemOf(word)]).toEqual([word, stem]);
  });

  test.each([
    ["устав", "уста"],
    ["Казахстан", "Узбекистан"],
    ["решение", "решётка"],
    ["forces", "forum"],
  ])("%s and %s stay apart", (one, other) => {
    expect(wordsIn(one).map(stemOf)).not.toEqual(wordsIn(other).map(stemOf));
  });
});

test("words are letters and numbers, whatever stands between them", () => {
  expect(wordsIn("«Рубеж-2021», c.7; Tajikistan’s—force’s!")).toEqual([
    "рубеж",
    "2021",
    "c",
    "7",
    "tajikistan",
    "force",
  ]);
});
