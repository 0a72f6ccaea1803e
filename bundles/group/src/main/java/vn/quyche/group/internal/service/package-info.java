/** The services behind the doors: permission, rule, store, audit and event, in this order. */
package vn.quyche.group.internal.service;
