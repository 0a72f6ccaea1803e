/** The REST door of the directory. */
package vn.quyche.core.directory.internal.rest;
