/** The REST door {@code /api/notice/v1}. */
package vn.quyche.core.notice.internal.rest;
