/** The REST door {@code /api/group/v1}: thin, one step from the services. */
package vn.quyche.group.internal.rest;
