/**
 * Where private keys are: one port ({@link SignatureSource}) and what stands behind it. Keys stay where they are, PINs are not
 * kept. Decision 30 says why this is a room of its own.
 */
package vn.quyche.signing.internal.key;
