// The port to an accredited provider of electronic signatures. The register records signatures that are made on paper;
// where an installation has a provider, it is given here, and only then can anything be signed from a screen.
export interface SignatureProvider {
  readonly name: string;
  /** The decision by which the authority accredited it. */
  readonly accreditation: string;
}
