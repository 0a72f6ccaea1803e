/**
 * Keys that a service of a certification authority holds (remote signing): its API is like that of the Cloud Signature
 * Consortium, versions 1 and 2. Decision 34.
 */
package vn.quyche.signing.internal.remote;
