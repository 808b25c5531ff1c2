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
  "embrechts-frei-2009":
    "Embrechts, P. and Frei, M. (2009). Panjer recursion versus FFT for compound distributions. Mathematical Methods of Operations Research 69(3), 497-508.",
  "willemain-smart-schwarz-2004":
    "Willemain, T. R., Smart, C. N. and Schwarz, H. F. (2004). A new approach to forecasting intermittent demand for service parts inventories. International Journal of Forecasting 20(3), 375-387.",
  "syntetos-babai-altay-2012":
    "Syntetos, A. A., Babai, M. Z. and Altay, N. (2012). On the demand distributions of spare parts. International Journal of Production Research 50(8), 2101-2117.",
  "politis-romano-1992":
    "Politis, D. N. and Romano, J. P. (1992). A circular block-resampling procedure for stationary data. In LePage, R. and Billard, L. (eds), Exploring the Limits of Bootstrap, 263-270. Wiley.",
  "hoeting-et-al-1999":
    "Hoeting, J. A., Madigan, D., Raftery, A. E. and Volinsky, C. T. (1999). Bayesian model averaging: a tutorial. Statistical Science 14(4), 382-401.",
  "west-harrison-1997":
    "West, M. and Harrison, J. (1997). Bayesian Forecasting and Dynamic Models, 2nd ed. Springer.",
  "silverman-young-1987":
    "Silverman, B. W. and Young, G. A. (1987). The bootstrap: to smooth or not to smooth? Biometrika 74(3), 469-479.",
  "akaike-1969":
    "Akaike, H. (1969). Fitting autoregressive models for prediction. Annals of the Institute of Statistical Mathematics 21, 243-247.",
  "boylan-babai-2016":
    "Boylan, J. E. and Babai, M. Z. (2016). On the performance of overlapping and non-overlapping temporal demand aggregation approaches. International Journal of Production Economics 181, 136-144.",
  "kolassa-2016":
    "Kolassa, S. (2016). Evaluating predictive count data distributions in retail sales forecasting. International Journal of Forecasting 32(3), 788-803.",
  "croston-1972":
    "Croston, J. D. (1972). Forecasting and stock control for intermittent demands. Operational Research Quarterly 23(3), 289-303.",
  "syntetos-boylan-2005":
    "Syntetos, A. A. and Boylan, J. E. (2005). The accuracy of intermittent demand estimates. International Journal of Forecasting 21(2), 303-314.",
  "shale-boylan-johnston-2006":
    "Shale, E. A., Boylan, J. E. and Johnston, F. R. (2006). Forecasting for intermittent demand: the estimation of an unbiased average. Journal of the Operational Research Society 57(5), 588-592.",
  "teunter-syntetos-babai-2011":
    "Teunter, R. H., Syntetos, A. A. and Babai, M. Z. (2011). Intermittent demand: linking forecasting to inventory obsolescence. European Journal of Operational Research 214(3), 606-615.",
  "nikolopoulos-et-al-2011":
    "Nikolopoulos, K., Syntetos, A. A., Boylan, J. E., Petropoulos, F. and Assimakopoulos, V. (2011). An aggregate-disaggregate intermittent demand approach (ADIDA) to forecasting. Journal of the Operational Research Society 62(3), 544-554.",
  "petropoulos-kourentzes-2015":
    "Petropoulos, F. and Kourentzes, N. (2015). Forecast combinations for intermittent demand. Journal of the Operational Research Society 66(6), 914-924.",
  "schultz-1987":
    "Schultz, C. R. (1987). Forecasting and inventory control for sporadic demand under periodic review. Journal of the Operational Research Society 38(5), 453-458.",
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
  "stone-1974":
    "Stone, M. (1974). Cross-validatory choice and assessment of statistical predictions. Journal of the Royal Statistical Society B 36(2), 111-147.",
  "parlar-berkin-1991":
    "Parlar, M. and Berkin, D. (1991). Future supply uncertainty in EOQ models. Naval Research Logistics 38(1), 107-121.",
  "berk-arreola-risa-1994":
    'Berk, E. and Arreola-Risa, A. (1994). Note on "Future supply uncertainty in EOQ models". Naval Research Logistics 41(1), 129-132.',
  "snyder-2014":
    "Snyder, L. V. (2014). A tight approximation for a continuous-review inventory model with supplier disruptions. International Journal of Production Economics 155, 91-108.",
  "tomlin-2006":
    "Tomlin, B. (2006). On the value of mitigation and contingency strategies for managing supply chain disruption risks. Management Science 52(5), 639-657.",
  "yano-lee-1995":
    "Yano, C. A. and Lee, H. L. (1995). Lot sizing with random yields: a review. Operations Research 43(2), 311-334.",
  "marsaglia-tsang-2000":
    "Marsaglia, G. and Tsang, W. W. (2000). A simple method for generating gamma variables. ACM Transactions on Mathematical Software 26(3), 363-372.",
  "vose-1991":
    "Vose, M. D. (1991). A linear algorithm for generating random numbers with a given distribution. IEEE Transactions on Software Engineering 17(9), 972-975.",
  "florian-klein-1971":
    "Florian, M. and Klein, M. (1971). Deterministic production planning with concave costs and capacity constraints. Management Science 18(1), 12-20.",
  "hadley-whitin-1963": "Hadley, G. and Whitin, T. M. (1963). Analysis of Inventory Systems. Prentice-Hall.",
  "burgin-1975":
    "Burgin, T. A. (1975). The gamma distribution and inventory control. Operational Research Quarterly 26(3), 507-525.",
  "zheng-1992":
    "Zheng, Y.-S. (1992). On properties of stochastic inventory systems. Management Science 38(1), 87-103.",
  "federgruen-zheng-1992":
    "Federgruen, A. and Zheng, Y.-S. (1992). An efficient algorithm for computing an optimal (r, Q) policy in continuous review stochastic inventory systems. Operations Research 40(4), 808-813.",
  "zheng-federgruen-1991":
    "Zheng, Y.-S. and Federgruen, A. (1991). Finding optimal (s, S) policies is about as simple as evaluating a single policy. Operations Research 39(4), 654-665.",
  "ehrhardt-mosier-1984":
    "Ehrhardt, R. and Mosier, C. (1984). A revision of the power approximation for computing (s, S) policies. Management Science 30(5), 618-622.",
  "zipkin-2000": "Zipkin, P. H. (2000). Foundations of Inventory Management. McGraw-Hill.",
  "wildeman-frenk-dekker-1997":
    "Wildeman, R. E., Frenk, J. B. G. and Dekker, R. (1997). An efficient optimal solution method for the joint replenishment problem. European Journal of Operational Research 99(2), 433-444.",
  "bookbinder-lordahl-1989":
    "Bookbinder, J. H. and Lordahl, A. E. (1989). Estimation of inventory re-order levels using the bootstrap statistical procedure. IIE Transactions 21(4), 302-312.",
  "flores-whybark-1986":
    "Flores, B. E. and Whybark, D. C. (1986). Multiple criteria ABC analysis. International Journal of Operations and Production Management 6(3), 38-46.",
  "ramanathan-2006":
    "Ramanathan, R. (2006). ABC inventory classification with multiple-criteria using weighted linear optimization. Computers and Operations Research 33(3), 695-700.",
  "saaty-1980": "Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill.",
  "everett-1963":
    "Everett, H. (1963). Generalized Lagrange multiplier method for solving problems of optimum allocation of resources. Operations Research 11(3), 399-417.",
  "montgomery-2012": "Montgomery, D. C. (2012). Introduction to Statistical Quality Control, 7th ed. Wiley.",
  "law-2015": "Law, A. M. (2015). Simulation Modeling and Analysis, 5th ed. McGraw-Hill.",
  "teunter-fortuin-1999":
    "Teunter, R. H. and Fortuin, L. (1999). End-of-life service. International Journal of Production Economics 59(1-3), 487-497.",
  "harris-1913":
    "Harris, F. W. (1913). How many parts to make at once. Factory, The Magazine of Management 10(2), 135-136, 152.",
  "scholz-reiter-2012":
    "Scholz-Reiter, B., Heger, J., Meinecke, C. and Bergmann, J. (2012). Integration of demand forecasts in ABC-XYZ analysis: practical investigation at an industrial company. International Journal of Productivity and Performance Management 61(4), 445-451.",
  "koenker-bassett-1978":
    "Koenker, R. and Bassett, G. (1978). Regression quantiles. Econometrica 46(1), 33-50.",
  "gneiting-raftery-2007":
    "Gneiting, T. and Raftery, A. E. (2007). Strictly proper scoring rules, prediction, and estimation. Journal of the American Statistical Association 102(477), 359-378.",
  "makridakis-spiliotis-assimakopoulos-2022":
    "Makridakis, S., Spiliotis, E. and Assimakopoulos, V. (2022). M5 accuracy competition: results, findings, and conclusions. International Journal of Forecasting 38(4), 1346-1364.",
  "gilliland-2010":
    "Gilliland, M. (2010). The Business Forecasting Deal: Exposing Myths, Eliminating Bad Practices, Providing Practical Solutions. Wiley.",
  "tashman-2000":
    "Tashman, L. J. (2000). Out-of-sample tests of forecasting accuracy: an analysis and review. International Journal of Forecasting 16(4), 437-450.",
  "bates-granger-1969":
    "Bates, J. M. and Granger, C. W. J. (1969). The combination of forecasts. Operational Research Quarterly 20(4), 451-468.",
  "wickramasuriya-athanasopoulos-hyndman-2019":
    "Wickramasuriya, S. L., Athanasopoulos, G. and Hyndman, R. J. (2019). Optimal forecast reconciliation for hierarchical and grouped time series through trace minimization. Journal of the American Statistical Association 114(526), 804-819.",
  "schaefer-strimmer-2005":
    "Schäfer, J. and Strimmer, K. (2005). A shrinkage approach to large-scale covariance matrix estimation and implications for functional genomics. Statistical Applications in Genetics and Molecular Biology 4(1), article 32.",
  "balinski-young-2001":
    "Balinski, M. L. and Young, H. P. (2001). Fair Representation: Meeting the Ideal of One Man, One Vote, 2nd ed. Brookings Institution Press.",
  "bass-1969":
    "Bass, F. M. (1969). A new product growth for model consumer durables. Management Science 15(5), 215-227.",
  "srinivasan-mason-1986":
    "Srinivasan, V. and Mason, C. H. (1986). Nonlinear least squares estimation of new product diffusion models. Marketing Science 5(2), 169-178.",
  "cochran-1977": "Cochran, W. G. (1977). Sampling Techniques, 3rd ed. Wiley.",
  "brent-1973": "Brent, R. P. (1973). Algorithms for Minimization without Derivatives. Prentice-Hall.",
  "golub-van-loan-2013":
    "Golub, G. H. and Van Loan, C. F. (2013). Matrix Computations, 4th ed. Johns Hopkins University Press.",
  "assimakopoulos-nikolopoulos-2000":
    "Assimakopoulos, V. and Nikolopoulos, K. (2000). The theta model: a decomposition approach to forecasting. International Journal of Forecasting 16(4), 521-530.",
  "von-neumann-1941":
    "von Neumann, J. (1941). Distribution of the ratio of the mean square successive difference to the variance. Annals of Mathematical Statistics 12(4), 367-395.",
  "james-stein-1961":
    "James, W. and Stein, C. (1961). Estimation with quadratic loss. Proceedings of the Fourth Berkeley Symposium on Mathematical Statistics and Probability 1, 361-379.",
  "lee-padmanabhan-whang-1997":
    "Lee, H. L., Padmanabhan, V. and Whang, S. (1997). Information distortion in a supply chain: the bullwhip effect. Management Science 43(4), 546-558.",
  "young-1941":
    "Young, L. C. (1941). On randomness in ordered sequences. Annals of Mathematical Statistics 12(3), 293-300.",
  "prak-teunter-syntetos-2017":
    "Prak, D., Teunter, R. and Syntetos, A. (2017). On the calculation of safety stocks when demand is forecasted. European Journal of Operational Research 256(2), 454-461.",
  "bartlett-1946":
    "Bartlett, M. S. (1946). On the theoretical specification and sampling properties of autocorrelated time-series. Supplement to the Journal of the Royal Statistical Society 8(1), 27-41.",
  "durlauf-phillips-1988":
    "Durlauf, S. N. and Phillips, P. C. B. (1988). Trends versus random walks in time series analysis. Econometrica 56(6), 1333-1354.",
  "hyndman-billah-2003":
    "Hyndman, R. J. and Billah, B. (2003). Unmasking the Theta method. International Journal of Forecasting 19(2), 287-290.",
  "fiorucci-2016":
    "Fiorucci, J. A., Pellegrini, T. R., Louzada, F., Petropoulos, F. and Koehler, A. B. (2016). Models for optimising the theta method and their relationship to state space models. International Journal of Forecasting 32(4), 1151-1161.",
  "svetunkov-kourentzes-ord-2022":
    "Svetunkov, I., Kourentzes, N. and Ord, J. K. (2022). Complex exponential smoothing. Naval Research Logistics 69(8), 1108-1123.",
  "richards-2013":
    "Richards, E. G. (2013). Calendars. In: Urban, S. E. and Seidelmann, P. K. (eds.), Explanatory Supplement to the Astronomical Almanac, 3rd ed. University Science Books.",
  "cleveland-cleveland-mcrae-terpenning-1990":
    "Cleveland, R. B., Cleveland, W. S., McRae, J. E. and Terpenning, I. (1990). STL: a seasonal-trend decomposition procedure based on loess. Journal of Official Statistics 6(1), 3-73.",
  "bandara-hyndman-bergmeir-2021":
    "Bandara, K., Hyndman, R. J. and Bergmeir, C. (2021). MSTL: a seasonal-trend decomposition algorithm for time series with multiple seasonal patterns. arXiv 2107.13462.",
  "iglewicz-hoaglin-1993":
    "Iglewicz, B. and Hoaglin, D. C. (1993). How to Detect and Handle Outliers. ASQC Quality Press.",
  "pearson-2002":
    "Pearson, R. K. (2002). Outliers in process modeling and identification. IEEE Transactions on Control Systems Technology 10(1), 55-63.",
  "tukey-1977": "Tukey, J. W. (1977). Exploratory Data Analysis. Addison-Wesley.",
  "hirsch-slack-smith-1982":
    "Hirsch, R. M., Slack, J. R. and Smith, R. A. (1982). Techniques of trend analysis for monthly water quality data. Water Resources Research 18(1), 107-121.",
  "cody-1969":
    "Cody, W. J. (1969). Rational Chebyshev approximations for the error function. Mathematics of Computation 23(107), 631-637.",
  "press-2007":
    "Press, W. H., Teukolsky, S. A., Vetterling, W. T. and Flannery, B. P. (2007). Numerical Recipes, 3rd ed. Cambridge University Press.",
  "efron-morris-1975":
    "Efron, B. and Morris, C. (1975). Data analysis using Stein's estimator and its generalizations. Journal of the American Statistical Association 70(350), 311-319.",
  "kleinman-1973":
    "Kleinman, J. C. (1973). Proportions with extraneous variance: single and independent samples. Journal of the American Statistical Association 68(341), 46-54.",
  "clayton-kaldor-1987":
    "Clayton, D. and Kaldor, J. (1987). Empirical Bayes estimates of age-standardized relative risks for use in disease mapping. Biometrics 43(3), 671-681.",
  "fisher-pry-1971":
    "Fisher, J. C. and Pry, R. H. (1971). A simple substitution model of technological change. Technological Forecasting and Social Change 3, 75-88.",
  "mccullagh-nelder-1989":
    "McCullagh, P. and Nelder, J. A. (1989). Generalized Linear Models, 2nd ed. Chapman and Hall.",
  "gower-1971":
    "Gower, J. C. (1971). A general coefficient of similarity and some of its properties. Biometrics 27(4), 857-871.",
  "meeus-1998": "Meeus, J. (1998). Astronomical Algorithms, 2nd ed. Willmann-Bell.",
  "reingold-dershowitz-2018":
    "Reingold, E. M. and Dershowitz, N. (2018). Calendrical Calculations: The Ultimate Edition. Cambridge University Press.",
  "yue-wang-2004":
    "Yue, S. and Wang, C. (2004). The Mann-Kendall test modified by effective sample size to detect trend in serially correlated hydrological series. Water Resources Management 18(3), 201-218.",
  "dekker-1971":
    "Dekker, T. J. (1971). A floating-point technique for extending the available precision. Numerische Mathematik 18(3), 224-242.",
  "knuth-1997":
    "Knuth, D. E. (1997). The Art of Computer Programming, vol. 2: Seminumerical Algorithms, 3rd ed. Addison-Wesley.",
  "shapley-1953":
    "Shapley, L. S. (1953). A value for n-person games. In: Kuhn, H. W. and Tucker, A. W. (eds.), Contributions to the Theory of Games II. Princeton University Press.",
  "sap-mrn1":
    "SAP. SAP ERP Materials Management: Balance Sheet Valuation, Lowest Value Determination Based on Range of Coverage (transaction MRN1).",
  "brealey-myers-allen-2020":
    "Brealey, R. A., Myers, S. C. and Allen, F. (2020). Principles of Corporate Finance, 13th ed. McGraw-Hill.",
  "talluri-van-ryzin-2004":
    "Talluri, K. T. and van Ryzin, G. J. (2004). The Theory and Practice of Revenue Management. Springer.",
  "graves-willems-2000":
    "Graves, S. C. and Willems, S. P. (2000). Optimizing strategic safety stock placement in supply chains. Manufacturing & Service Operations Management 2(1), 68-83.",
  "humair-willems-2011":
    "Humair, S. and Willems, S. P. (2011). Optimizing strategic safety stock placement in general acyclic networks. Operations Research 59(3), 781-787.",
  "kolmogorov-2006":
    "Kolmogorov, V. (2006). Convergent tree-reweighted message passing for energy minimization. IEEE Transactions on Pattern Analysis and Machine Intelligence 28(10), 1568-1583.",
  "dechter-1999":
    "Dechter, R. (1999). Bucket elimination: a unifying framework for reasoning. Artificial Intelligence 113(1-2), 41-85.",
  "eppen-1979":
    "Eppen, G. D. (1979). Effects of centralization on expected costs in a multi-location newsboy problem. Management Science 25(5), 498-501.",
  "clark-scarf-1960":
    "Clark, A. J. and Scarf, H. (1960). Optimal policies for a multi-echelon inventory problem. Management Science 6(4), 475-490.",
  "graves-1985":
    "Graves, S. C. (1985). A multi-echelon inventory model for a repairable item with one-for-one replenishment. Management Science 31(10), 1247-1256.",
  "sherbrooke-2004":
    "Sherbrooke, C. C. (2004). Optimal Inventory Modeling of Systems: Multi-Echelon Techniques, 2nd ed. Kluwer.",
  "sherbrooke-1968":
    "Sherbrooke, C. C. (1968). METRIC: a multi-echelon technique for recoverable item control. Operations Research 16(1), 122-141.",
  "luss-1999":
    "Luss, H. (1999). On equitable resource allocation problems: a lexicographic minimax approach. Operations Research 47(3), 361-378.",
  "ahuja-magnanti-orlin-1993":
    "Ahuja, R. K., Magnanti, T. L. and Orlin, J. B. (1993). Network Flows: Theory, Algorithms, and Applications. Prentice Hall.",
  "cunningham-1976":
    "Cunningham, W. H. (1976). A network simplex method. Mathematical Programming 11, 105-116.",
  "simchi-levi-2008":
    "Simchi-Levi, D., Kaminsky, P. and Simchi-Levi, E. (2008). Designing and Managing the Supply Chain, 3rd ed. McGraw-Hill.",
  "olhager-2003":
    "Olhager, J. (2003). Strategic positioning of the order penetration point. International Journal of Production Economics 85(3), 319-329.",
  "moschopoulos-1985":
    "Moschopoulos, P. G. (1985). The distribution of the sum of independent gamma random variables. Annals of the Institute of Statistical Mathematics 37, 541-544.",
  "davies-1973":
    "Davies, R. B. (1973). Numerical inversion of a characteristic function. Biometrika 60(2), 415-417.",
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
