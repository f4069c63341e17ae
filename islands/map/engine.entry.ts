// What the map is drawn with; heavy, so fetched only when a reader gets to see the map.
export { addProtocol, Map as Chart, setWorkerUrl } from "maplibre-gl";
