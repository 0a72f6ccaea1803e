/** The REST door. */
package vn.quyche.messenger.internal.rest;
