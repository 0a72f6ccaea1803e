/** The REST door: {@code /api/signing/v1}. */
package vn.quyche.signing.internal.rest;
