/** The clients of the platforms: what they are asked, and what their answers mean. */
package vn.quyche.messenger.internal.provider;
