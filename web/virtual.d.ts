/** Made by `vite.config.ts`: which files the pages name. */
declare module "virtual:assets" {
  import type { Assets } from "./pages/assets.ts";

  const assets: Assets;
  export default assets;
}
