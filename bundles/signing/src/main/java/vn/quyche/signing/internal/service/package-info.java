/** Permission, rule, store, audit: tokens, verification and the register of what is believed. */
package vn.quyche.signing.internal.service;
