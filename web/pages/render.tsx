/** The entry that the server loads: the renderer, with the names of the built files inside. */
import assets from "virtual:assets";
import type { Render } from "#api/contract";
import { renderPage } from "./document.tsx";

export const render: Render = (request, data) => renderPage(assets, request, data);
