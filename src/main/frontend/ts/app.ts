// What every page loads. Pages work without it as plain links and forms.

import "htmx.org";
import "htmx.org/dist/ext/hx-sse.js";
import { startDrafts } from "./drafts";
import { onContent } from "./events";
import { startKeys } from "./keys";
import { startLive } from "./live";
import { startRegions } from "./regions";
import { startSurfaces } from "./surfaces";
import { startTimes } from "./times";

startTimes();
startSurfaces();
startRegions();
startDrafts();
startKeys();
startLive();

onContent(() => {
  if (document.querySelector("textarea[data-editor]:not([data-editor=ready])")) {
    void import("./editor").then(({ startEditors }) => startEditors());
  }
});
