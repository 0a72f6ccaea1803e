/** The REST door. */
package vn.quyche.district.internal.rest;
