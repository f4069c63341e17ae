from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('statements', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='statement',
            name='source_language',
            field=models.CharField(default='en', max_length=35, verbose_name='language of note and rule'),
        ),
    ]
