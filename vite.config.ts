/**
 * Builds `web/` twice: what browsers load (islands and the style sheet, named by their hash), and
 * the renderer that the entry points load and hand to the api.
 *
 * Out:  dist/web/client with its manifest, dist/web/server/render.js.
 */
import { readFileSync } from "node:fs";
import { defineConfig, type Manifest, type Plugin } from "vite";
import type { Assets } from "./web/pages/assets.ts";

const boot = "web/islands/boot.ts";
const style = "web/style.css";
const icon = "web/icon.svg";
const members = "web/islands/members.tsx";
const words = { en: "web/islands/words/en.ts", ru: "web/islands/words/ru.ts" };

const source = (path: string): string => `/${path}`;

/** In development the browser loads the sources themselves. */
const sourceAssets: Assets = {
  style: source(style),
  icon: source(icon),
  boot: source(boot),
  members: { en: [], ru: [] },
};

/** A file and all that it imports: loaded at once, not one after the other. */
const withImports = (manifest: Manifest, key: string): readonly string[] => {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`the build made no ${key}`);
  const imports = chunk.imports ?? [];
  return [`/${chunk.file}`, ...imports.flatMap((one) => withImports(manifest, one))];
};

const builtAssets = (): Assets => {
  const text = readFileSync("dist/web/client/.vite/manifest.json", "utf8");
  const manifest: Manifest = JSON.parse(text);
  const file = (key: string) => withImports(manifest, key)[0] ?? "";
  const all = (...keys: readonly string[]) => [
    ...new Set(keys.flatMap((key) => withImports(manifest, key))),
  ];
  return {
    style: file(style),
    icon: file(icon),
    boot: file(boot),
    members: {
      en: all(boot, members, words.en),
      ru: all(boot, members, words.ru),
    },
  };
};

/** Gives the renderer the names of the files that the client build made before. */
const assetNames = (): Plugin => ({
  name: "foedus-assets",
  resolveId: (id) => (id === "virtual:assets" ? "\0assets" : undefined),
  load(id) {
    if (id !== "\0assets") return undefined;
    const assets = this.environment.mode === "build" ? builtAssets() : sourceAssets;
    return `export default ${JSON.stringify(assets)}`;
  },
});

/** Puts the icon among the hashed files; no script or sheet names it. */
const iconFile = (): Plugin => ({
  name: "foedus-icon",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  buildStart() {
    const text = readFileSync(icon, "utf8");
    this.emitFile({ type: "asset", name: "icon.svg", originalFileName: icon, source: text });
  },
});

export default defineConfig(({ command }) => ({
  appType: "custom",
  publicDir: false,
  plugins: [assetNames(), iconFile()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    assetsInlineLimit: 0, // The content policy allows files of our own, not data addresses.
    modulePreload: { polyfill: false },
    emptyOutDir: true,
  },
  environments: {
    client: {
      build: {
        outDir: "dist/web/client",
        manifest: true,
        rolldownOptions: { input: { boot, style } },
      },
    },
    ssr: {
      // The built renderer stands alone; in development Node loads packages itself.
      resolve: { noExternal: command === "build" ? true : [] },
      build: {
        outDir: "dist/web/server",
        ssr: true,
        rolldownOptions: {
          input: { render: "web/pages/render.tsx" },
          output: { entryFileNames: "[name].js" },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ["client", "ssr"]) {
        const environment = builder.environments[name];
        if (environment === undefined) throw new Error(`no build environment ${name}`);
        await builder.build(environment);
      }
    },
  },
}));
