import { type Input, space } from "./about-a-file.ts";

const funder: Input = ({ region }) => ({ funder: `COUNCIL-${region}` });

export const inputs: Readonly<Record<string, Input>> = {
  "funders.what_money_produced": () => ({ space }),
  "funders.one": funder,
  "funders.converted": funder,
  "funders.rows": (file, id) => ({ ...funder(file, id), indicator: "placements" }),
};
