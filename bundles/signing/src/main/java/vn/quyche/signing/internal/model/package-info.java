/** The rules about signing tokens as plain Java. */
package vn.quyche.signing.internal.model;
