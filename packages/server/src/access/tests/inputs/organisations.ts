import { and, company, day, type Input, noRows, space } from "./about-a-file.ts";

export const inputs: Readonly<Record<string, Input>> = {
  "organisations.get": company,
  "organisations.own_rights": company,
  "organisations.list": () => ({ space }),
  "organisations.focal_points": company,
  "organisations.add_focal_point": and(company, { function: "DG", mail: "dg@exemple.test" }),
  "organisations.say_name": and(company, { language: "ar", name: "اسم", reviewed: false }),
  "organisations.add_alias": and(company, { name: "A", language: "fr" }),
  "organisations.name_office_holder": and(company, { name: null, function: "chef" }),
  "organisations.open_service_point": and(company, { kind: "agency", name: "Local" }),
  "organisations.rename": and(company, { name: "Nouveau nom", from: day }),
  "organisations.relate": ({ company: from }) => ({ from, to: "AGENCY", kind: "client_of" }),
  "organisations.register": ({ region }, id) => ({
    ...{ space, kind: "ngo", name: "Neuve", territoryId: id(region) },
  }),
  "organisations.verify": and(company, { checks: [{ point: "no_fee", outcome: "in_order" }] }),
  "organisations.checks": company,
  "organisations.open_check_file": and(company, ({ check }) => ({ check })),
  "organisations.import": noRows,
};
