import { code, days, defineTable, money, oneOf, plain, share, units, words } from "./define-table";

const signed = { min: undefined } as const;

export const dispositionRoutes = ["discount", "return", "rework", "scrap", "donate"] as const;

export const disposalOptionsTable = defineTable({
  name: "DisposalOptions",
  summary: "One row a way to be rid of stock, for an item, a family or all: what a unit brings and costs.",
  columns: {
    Item: code("Item code or family; blank for all", { key: true, required: false }),
    Route: oneOf("Way out", dispositionRoutes, { key: true }),
    Proceeds: money("What a unit brings; blank for a share of the price or cost", "money per unit"),
    Share: share("What a unit brings as a share: of the price for discount and rework, else of the cost"),
    Cost: money("What a unit costs: rework, freight, scrapping", "money per unit"),
    Fixed: money("Cost once", "money"),
    Months: plain("Months until it is done and paid", "months", { min: 0 }),
  },
});

export const dispositionsTable = defineTable({
  name: "Dispositions",
  summary:
    "One row an item and place with stock to be rid of: each way's net value today, the best, and the discount at which another is as good. Written by disposal.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    Status: words("Why it is to go: Excess, Slow, Obsolete"),
    Qty: units("Units to be rid of", { required: true }),
    Cost: money("Those at cost", "money"),
    Best: oneOf("Way of the highest net value", dispositionRoutes),
    NetValue: money("What it leaves today", "money", signed),
    Second: oneOf("The next best", dispositionRoutes),
    SecondValue: money("What that leaves", "money", signed),
    BreakEven: share("Discount on the price at which the next best way is as good", signed),
    Discount: money("Net value by discount", "money", signed),
    Return: money("Net value by return", "money", signed),
    Rework: money("Net value by rework", "money", signed),
    Scrap: money("Net value by scrapping", "money", signed),
    Donate: money("Net value by donating", "money", signed),
    Hazard: words("Hazard class: it cannot be closed without a certificate"),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});

export const disposalPackTable = defineTable({
  name: "DisposalPack",
  summary:
    "One row a disposal as the auditor sees it: does it tie to the stock movements, and may it be closed. Written by disposal.",
  columns: {
    Id: code("Number of the disposal", { key: true }),
    Item: code("Item code", { required: true }),
    Location: code("Where it lay"),
    Route: oneOf("Where it goes", dispositionRoutes),
    Qty: units("Quantity of the disposal", { required: true }),
    Booked: units("Quantity of its stock movements", signed),
    Difference: units("Disposal less movements", signed),
    Cost: money("At cost", "money"),
    Hazard: words("Hazard class"),
    Certificate: code("Number of the certificate of destruction"),
    Approver: words("Who approved it"),
    Status: words("As it stands in Disposals"),
    Verdict: words("may close, closed, or what is missing", { required: true }),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});

export const consignmentTable = defineTable({
  name: "Consignment",
  summary:
    "One row an item and place with stock of the vendor's: what owning it would cost against consignment. Written by disposal.",
  columns: {
    Item: code("Item code", { key: true }),
    Location: code("Location code", { key: true, required: false }),
    VendorQty: units("Units of the vendor's", { required: true }),
    IfOwned: money("What they would be worth as own stock", "money"),
    Usage: money("Cost of a year's use", "money per year"),
    CarryingSaved: money("Capital and carrying cost that consignment saves", "money per year"),
    Premium: money("What consignment adds to the price", "money per year"),
    AgedQty: units("Units older than the buy-back clause allows"),
    OldestDays: days("Age of the oldest"),
    BuyBack: money("What must be bought for that", "money"),
    Net: money(
      "Gain of consignment in the first year, after buy-back that will not be used",
      "money",
      signed,
    ),
    BreakEven: share("Premium on the price at which owning is as good", signed),
    Better: oneOf("Which is better", ["consign", "own"]),
    RunId: code("Run that wrote the row, as in Runs"),
  },
});
