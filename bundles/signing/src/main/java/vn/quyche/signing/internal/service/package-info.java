/** Permission, rule, store, audit. */
package vn.quyche.signing.internal.service;
