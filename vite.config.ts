/**
 * Builds `web/` twice: what browsers load (islands and the style sheet, named by their hash), and
 * the renderer that the entry points load and hand to the api.
 *
 * Out:  dist/web/client with its manifest, dist/web/server/render.js.
 */
import { defineConfig } from "vite";

export default defineConfig({
  appType: "custom",
  publicDir: false,
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
        rolldownOptions: { input: { boot: "web/islands/boot.ts", style: "web/style.css" } },
      },
    },
    ssr: {
      resolve: { noExternal: true },
      build: {
        outDir: "dist/web/server",
        ssr: true,
        ssrEmitAssets: true,
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
});
