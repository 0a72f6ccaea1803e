/**
 * The district's list of official groups: collected from the schools, decided on, published, checked by anyone. Clauses TB.1
 * to TB.4.
 */
package vn.quyche.district;
