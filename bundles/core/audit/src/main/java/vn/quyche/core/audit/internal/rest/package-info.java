/** The REST door: {@code /api/audit/v1}. */
package vn.quyche.core.audit.internal.rest;
