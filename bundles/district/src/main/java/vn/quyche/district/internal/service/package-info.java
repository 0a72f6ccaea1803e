/** The services of the district's list. */
package vn.quyche.district.internal.service;
