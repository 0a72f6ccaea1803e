/** Neighbours that may be absent. */
package vn.quyche.core.security.internal.link;
