// The engine's own worker as a file of ours: the policy allows neither blob: nor data: for workers.
// Exported, because its package says that a bare import of it could be left out.
export * as worker from "maplibre-gl/dist/maplibre-gl-worker.mjs";
