/** What the domain does. */
package vn.quyche.messenger.internal.service;
