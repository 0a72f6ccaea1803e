/** Screening as a service: configuration, workers, health. */
package vn.quyche.core.screening.internal.service;
