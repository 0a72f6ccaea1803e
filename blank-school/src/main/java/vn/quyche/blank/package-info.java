/** Makes the databases with which new schools begin; run by the build of the distribution. */
package vn.quyche.blank;
