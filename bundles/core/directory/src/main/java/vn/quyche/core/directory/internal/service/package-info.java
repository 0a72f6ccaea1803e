/** The services of the directory: permission, rule, store, audit, event. */
package vn.quyche.core.directory.internal.service;
