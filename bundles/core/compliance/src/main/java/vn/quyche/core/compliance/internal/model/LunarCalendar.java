package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * The Vietnamese lunar calendar, for the years 1900 to 2199.
 *
 * <p>A month begins on the day of the new moon in Vietnam's time; the month in which the sun reaches 270° (winter solstice)
 * is the eleventh. Formulas after Jean Meeus, as Hồ Ngọc Đức gives them for Vietnam; good to minutes, so that a new moon
 * within minutes of midnight may be a day off: the office confirms each holiday.
 */
public final class LunarCalendar {

    private static final double MEAN_MONTH = 29.530588853;
    private static final double NEW_MOON_1900 = 2415021.076998695;
    /** Hours east of Greenwich, as a part of a day. */
    private static final double ZONE = 7.0 / 24;

    private LunarCalendar() {}

    /** The first day of the lunar year that begins in a solar year: Tết. */
    public static LocalDate newYear(int year) {
        return dayOf(year, 1, 1);
    }

    /** A day of a lunar year, by month (no leap month) and day. */
    public static LocalDate dayOf(int lunarYear, int month, int day) {
        long eleventhBefore = eleventhMonth(lunarYear - 1);
        long eleventh = eleventhMonth(lunarYear);
        boolean leapYear = eleventh - eleventhBefore > 365;
        int offset = Math.floorMod(month - 11, 12);
        long start = month >= 11 ? eleventh : eleventhBefore;
        if (month < 11 && leapYear && offset >= leapOffset(eleventhBefore)) {
            offset++;
        }
        long moon = Math.round((start - NEW_MOON_1900) / MEAN_MONTH);
        return LocalDate.MIN.with(JulianFields.JULIAN_DAY, newMoon(moon + offset) + day - 1);
    }

    /** The Julian day on which the eleventh lunar month of a year begins. */
    private static long eleventhMonth(int year) {
        long december31 = LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY);
        long moon = (long) ((december31 - 2415021) / MEAN_MONTH);
        long begin = newMoon(moon);
        return sunSector(begin) >= 9 ? newMoon(moon - 1) : begin;
    }

    /** How many months after the eleventh the leap month comes: the first month in which the sun enters no new sector. */
    private static int leapOffset(long eleventh) {
        long moon = (long) ((eleventh - NEW_MOON_1900) / MEAN_MONTH + 0.5);
        int offset = 1;
        int sector = sunSector(newMoon(moon + offset));
        int last;
        do {
            last = sector;
            offset++;
            sector = sunSector(newMoon(moon + offset));
        } while (sector != last && offset < 14);
        return offset - 1;
    }

    /** The Julian day of the k-th new moon after that of 1 January 1900. */
    private static long newMoon(long k) {
        double t = k / 1236.85;
        double t2 = t * t;
        double t3 = t2 * t;
        double sun = Math.toRadians(359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3);
        double moon = Math.toRadians(306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3);
        double latitude = Math.toRadians(21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3);
        double day = 2415020.75933
                + 29.53058868 * k
                + 0.0001178 * t2
                - 0.000000155 * t3
                + 0.00033 * Math.sin(Math.toRadians(166.56 + 132.87 * t - 0.009173 * t2))
                + (0.1734 - 0.000393 * t) * Math.sin(sun)
                + 0.0021 * Math.sin(2 * sun)
                - 0.4068 * Math.sin(moon)
                + 0.0161 * Math.sin(2 * moon)
                - 0.0004 * Math.sin(3 * moon)
                + 0.0104 * Math.sin(2 * latitude)
                - 0.0051 * Math.sin(sun + moon)
                - 0.0074 * Math.sin(sun - moon)
                + 0.0004 * Math.sin(2 * latitude + sun)
                - 0.0004 * Math.sin(2 * latitude - sun)
                - 0.0006 * Math.sin(2 * latitude + moon)
                + 0.0010 * Math.sin(2 * latitude - moon)
                + 0.0005 * Math.sin(2 * moon + sun);
        double dynamical = -0.000278 + 0.000265 * t + 0.000262 * t2;
        return (long) Math.floor(day - dynamical + 0.5 + ZONE);
    }

    /** In which twelfth of its path the sun stands at the start of a day in Vietnam, 0 to 11. */
    private static int sunSector(long julianDay) {
        double t = (julianDay - 0.5 - ZONE - 2451545.0) / 36525;
        double t2 = t * t;
        double anomaly = Math.toRadians(357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2);
        double longitude = Math.toRadians(280.46645
                + 36000.76983 * t
                + 0.0003032 * t2
                + (1.914600 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly)
                + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
                + 0.000290 * Math.sin(3 * anomaly));
        double turn = 2 * Math.PI;
        return (int) Math.floor((longitude - turn * Math.floor(longitude / turn)) / Math.PI * 6);
    }
}
