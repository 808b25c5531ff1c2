/** The bibliography, once. A formula cites a key and the place in it. */
export const sources = {
  "silver-pyke-thomas-2017":
    "Silver, E. A., Pyke, D. F. and Thomas, D. J. (2017). Inventory and Production Management in Supply Chains, 4th ed. CRC Press.",
  "snyder-shen-2019":
    "Snyder, L. V. and Shen, Z.-J. M. (2019). Fundamentals of Supply Chain Theory, 2nd ed. Wiley.",
  "hyndman-athanasopoulos-2021":
    "Hyndman, R. J. and Athanasopoulos, G. (2021). Forecasting: Principles and Practice, 3rd ed. OTexts.",
  "hyndman-koehler-ord-snyder-2008":
    "Hyndman, R. J., Koehler, A. B., Ord, J. K. and Snyder, R. D. (2008). Forecasting with Exponential Smoothing. Springer.",
  "hyndman-koehler-2006":
    "Hyndman, R. J. and Koehler, A. B. (2006). Another look at measures of forecast accuracy. International Journal of Forecasting 22(4), 679-688.",
  "syntetos-boylan-croston-2005":
    "Syntetos, A. A., Boylan, J. E. and Croston, J. D. (2005). On the categorization of demand patterns. Journal of the Operational Research Society 56(5), 495-503.",
  "ascm-dictionary":
    "ASCM (2022). ASCM Supply Chain Dictionary, 17th ed. Association for Supply Chain Management.",
  "scor-12": "APICS (2017). Supply Chain Operations Reference Model SCOR, version 12.0.",
  "ias-2": "IFRS Foundation. International Accounting Standard 2 Inventories.",
  "asc-330": "FASB. Accounting Standards Codification Topic 330 Inventory.",
  "wichura-1988":
    "Wichura, M. J. (1988). Algorithm AS 241: The percentage points of the normal distribution. Applied Statistics 37(3), 477-484.",
  "ptak-smith-2019":
    "Ptak, C. and Smith, C. (2019). Demand Driven Material Requirements Planning (DDMRP), 3rd ed. Industrial Press.",
  "wagelmans-hoesel-kolen-1992":
    "Wagelmans, A., van Hoesel, S. and Kolen, A. (1992). Economic lot sizing: an O(n log n) algorithm that runs in linear time in the Wagner-Whitin case. Operations Research 40(S1), S145-S156.",
  "hadley-whitin-1963": "Hadley, G. and Whitin, T. M. (1963). Analysis of Inventory Systems. Prentice-Hall.",
  "burgin-1975":
    "Burgin, T. A. (1975). The gamma distribution and inventory control. Operational Research Quarterly 26(3), 507-525.",
  "harris-1913":
    "Harris, F. W. (1913). How many parts to make at once. Factory, The Magazine of Management 10(2), 135-136, 152.",
  "scholz-reiter-2012":
    "Scholz-Reiter, B., Heger, J., Meinecke, C. and Bergmann, J. (2012). Integration of demand forecasts in ABC-XYZ analysis: practical investigation at an industrial company. International Journal of Productivity and Performance Management 61(4), 445-451.",
} as const;

export type SourceKey = keyof typeof sources;

export interface Citation {
  readonly key: SourceKey;
  /** Chapter, page, equation or paragraph. */
  readonly where: string;
}

export function cite(key: SourceKey, where: string): Citation {
  return { key, where };
}

export function citationText(citation: Citation): string {
  return `${sources[citation.key]} ${citation.where}.`;
}
