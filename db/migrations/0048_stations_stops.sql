-- A single day of the hours may say where a mobile station stands on that day, so that one station has several stops.
comment on column stations.hours is 'Opening hours: the week, public holidays and single days; a single day may name the place of a mobile station on that day';
