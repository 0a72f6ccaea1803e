/** The rules about signing tokens, and on what an authority's certificate and list of revoked certificates must be, as plain Java. */
package vn.quyche.signing.internal.model;
