export { abcClasses, type AbcClass, type AbcRule } from "./abc";
export { xyzClass, type XyzClass } from "./xyz";
