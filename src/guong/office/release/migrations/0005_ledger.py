"""The ledger of results that went out (decision 0021)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Creates the ledger's two tables."""

    dependencies = [
        ('conferences', '0010_preflight_mark'),
        ('plans', '0003_deciding_body'),
        ('release', '0004_steps_go_with_a_rehearsal'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReleasedSums',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('texts', models.JSONField()),
                ('ways', models.JSONField(default=list)),
                ('of_round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='released_sums', to='plans.round')),
            ],
            options={
                'verbose_name': 'số liệu chung đã công bố',
                'verbose_name_plural': 'số liệu chung đã công bố',
                'constraints': [models.UniqueConstraint(fields=('of_round', 'digest'), name='one_row_a_text_of_a_rounds_sums')],
            },
        ),
        migrations.CreateModel(
            name='ResultEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_key', models.CharField(max_length=32)),
                ('number', models.PositiveSmallIntegerField(default=1, verbose_name='lần')),
                ('counts', models.JSONField(blank=True, default=dict)),
                ('texts', models.JSONField(blank=True, default=dict)),
                ('ways', models.JSONField(blank=True, default=list)),
                ('held_for', models.CharField(blank=True, max_length=20, verbose_name='lý do chưa công bố')),
                ('minutes', models.CharField(blank=True, max_length=200, verbose_name='biên bản đếm lại')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='lý do đính chính')),
                ('signers', models.CharField(blank=True, max_length=400, verbose_name='người xác nhận')),
                ('conference', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='result_editions', to='conferences.conference')),
            ],
            options={
                'verbose_name': 'lần công bố kết quả',
                'verbose_name_plural': 'lần công bố kết quả',
                'ordering': ('number',),
                'constraints': [models.UniqueConstraint(fields=('conference', 'subject_key', 'number'), name='one_edition_a_number_of_a_result')],
            },
        ),
    ]
