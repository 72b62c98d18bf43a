// The screens about results, side by side.
import { PlacesOfArea } from "../app/area-tabs.tsx";
import { resultPlaces } from "./places.ts";
import "../people/people.css";
import "./results.css";

export const ResultTabs = () => <PlacesOfArea name="results.area" places={resultPlaces} />;
