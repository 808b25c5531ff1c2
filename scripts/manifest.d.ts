export interface Deployment {
  readonly url: string;
  readonly namespace?: string;
}
export function deployedManifest(xml: string, deployment: Deployment): string;
export function unifiedManifest(xml: string, deployment: Deployment): unknown;
