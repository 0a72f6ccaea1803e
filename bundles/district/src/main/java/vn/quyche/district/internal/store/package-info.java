/** Schools, collected groups, decisions and published lists in JPA. */
package vn.quyche.district.internal.store;
