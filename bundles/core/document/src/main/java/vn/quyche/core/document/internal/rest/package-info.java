/** The REST door {@code /api/document/v1}: bring files before they are used. */
package vn.quyche.core.document.internal.rest;
