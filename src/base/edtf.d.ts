/**
 * The part of the package `edtf` that the tests of `when` use; the package brings no types.
 */
declare module "edtf" {
  /** Milliseconds since 1970 of the first and the last moment; infinite where open. */
  type Extent = { readonly min: number; readonly max: number };

  /** Throws on text that it does not take. */
  const edtf: (text: string) => Extent;
  export default edtf;
}
