/** Certificates of authorities and their lists of revoked certificates in JPA. */
package vn.quyche.signing.internal.store;
