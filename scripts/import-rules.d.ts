export const importRules: readonly {
  readonly folder: string;
  readonly why: string;
  readonly mayImport: readonly string[];
  readonly mayNotImport: readonly string[];
}[];
