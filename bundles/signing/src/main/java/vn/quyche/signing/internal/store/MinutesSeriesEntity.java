package vn.quyche.signing.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The last number of the minutes of a year. */
@Entity(name = "MinutesSeries")
@Table(name = "minutes_series", schema = "q_signing")
class MinutesSeriesEntity {
    @Id
    @Column(name = "series_year")
    int year;

    @Column(name = "last_number")
    int last;
}
