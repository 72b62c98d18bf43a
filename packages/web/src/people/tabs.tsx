// The screens about persons and control, side by side.
import { PlacesOfArea } from "../app/area-tabs.tsx";
import { areaPlaces } from "./places.ts";
import "./people.css";

export const AreaTabs = () => <PlacesOfArea name="people.area" places={areaPlaces} />;
