/** The REST door: {@code /api/security/v1}. */
package vn.quyche.core.security.internal.rest;
