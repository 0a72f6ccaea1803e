/** The REST doors {@code /api/duty/v1} and {@code /api/compliance/v1}. */
package vn.quyche.core.compliance.internal.rest;
