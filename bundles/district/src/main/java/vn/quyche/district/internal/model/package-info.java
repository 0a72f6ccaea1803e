/** The rules of the district's list as plain Java. */
package vn.quyche.district.internal.model;
