import { code, days, defineTable, money, oneOf, share, units, words } from "./define-table";

export const placementTable = defineTable({
  name: "Placement",
  summary:
    "One row an item and place of its network: where safety stock belongs. MaxService and FixedService are yours; a run fills the rest.",
  columns: {
    Item: code("Item code; blank where a site's own rule is for all items", { key: true, required: false }),
    Location: code("Location code", { key: true }),
    MaxService: days("Longest service time the site may promise; blank where it is free"),
    FixedService: days("Service time the site insists on; blank where it leaves that open"),
    Owner: words("Who decided it, and why"),
    Sigma: units("Standard deviation of the demand a day that arrives here"),
    LeadTime: days("Time from its suppliers' doors to its own stock"),
    Inbound: days("Time its slowest supplier promises, as agreed"),
    Service: days("Time it promises its customers, as agreed"),
    NetTime: days("Time its stock has to cover: inbound + lead time - service"),
    SS: units("Safety stock, as agreed"),
    Cost: money("Carrying that stock", "money per year"),
    CorporateService: days("Time it would promise without any site's own rules"),
    CorporateSS: units("Safety stock without any site's own rules"),
    CorporateCost: money("Carrying that stock", "money per year"),
    LocalSS: units("Safety stock if every place covered its own lead time and promised to deliver at once"),
    LocalCost: money("Carrying that stock", "money per year"),
    InForce: units("Safety stock in force, from Policies"),
    BoundCost: money(
      "Part of this site's own rule in what all of them cost: agreed less corporate",
      "money per year",
      {
        min: undefined,
      },
    ),
    Gap: share("How far from proven the agreed plan of the item is"),
    Method: words("FOLDED or SEARCHED: proven; STOPPED: best found in the time given"),
    RunId: code("Run that wrote the row, as in Runs"),
    Bound: oneOf("Bound on the demand that the stock covers; blank is NORMAL", [
      "NORMAL",
      "POISSON",
      "EMPIRICAL",
    ]),
  },
});
