/** The REST door. */
package vn.quyche.signing.internal.rest;
